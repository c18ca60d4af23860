import type { ReactNode } from 'react'

type SectionProps = { title: string; id?: string; aside?: ReactNode; children: ReactNode }

export function Section({ title, id, aside, children }: SectionProps) {
  return (
    <section id={id} className="mt-5 scroll-mt-2 border-t border-line px-4 pt-3.5">
      <div className="mb-1.5 flex items-center justify-between gap-2">
        <h3 className="text-sm font-semibold">{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  )
}
