import Link from 'next/link'
import type { AppError } from '@/lib/errors'

/** In place of a case whose file was damaged by hand: what is wrong, and that it is still there. */
export function DamagedCase({ error }: { error: AppError }) {
  return (
    <main className="mx-auto max-w-2xl px-6 pt-[12vh] pb-16">
      <h1 className="voice-document text-3xl font-semibold">This case cannot be read</h1>
      <p className="mt-3 text-muted">
        Its file was changed outside of this program. It is still where it was, and nothing in it
        was touched.
      </p>
      <ol className="mt-6 divide-y divide-line border-y border-line">
        {error.problems.map((problem) => (
          <li key={`${problem.path} ${problem.message}`} className="py-2.5 text-sm">
            <p>
              {problem.path && (
                <code className="mr-2 rounded bg-sunken px-1 py-0.5 text-xs">{problem.path}</code>
              )}
              {problem.message}
            </p>
            <p className="mt-0.5 text-xs text-muted">{problem.remedy}</p>
          </li>
        ))}
      </ol>
      <Link href="/" className="mt-6 inline-block text-sm font-medium underline underline-offset-2">
        Go to the first case
      </Link>
    </main>
  )
}
