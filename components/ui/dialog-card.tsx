'use client'
import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { IconButton } from './icon-button'

type DialogCardProps = {
  open: boolean
  onOpenChange(open: boolean): void
  title: string
  description?: ReactNode
  className?: string
  children: ReactNode
}

/** Focus on the dialog itself: on its first button, that button's tooltip would cover the title. */
export function focusWhole(event: Event) {
  event.preventDefault()
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
}

/** A dialog in the middle of the window; the whole width on a phone. */
export function DialogCard(props: DialogCardProps) {
  const { open, onOpenChange, title, description, className, children } = props
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/25 dark:bg-black/50" />
        <Dialog.Content
          {...(!description && { 'aria-describedby': undefined })}
          onOpenAutoFocus={focusWhole}
          className={clsx(
            'float-card appear fixed top-[12vh] outline-none left-1/2 z-50 flex max-h-[80vh] max-w-[calc(100vw-24px)] -translate-x-1/2 flex-col overflow-hidden',
            className,
          )}
        >
          <div className="flex items-start justify-between gap-4 px-5 pt-4">
            <div>
              <Dialog.Title className="voice-document text-xl font-semibold">{title}</Dialog.Title>
              {description && (
                <Dialog.Description className="mt-1 text-sm text-muted">
                  {description}
                </Dialog.Description>
              )}
            </div>
            <Dialog.Close asChild>
              <IconButton icon={X} label="Close" className="-mt-1 -mr-2" />
            </Dialog.Close>
          </div>
          <section
            // a region that scrolls must take the keyboard
            // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
            tabIndex={0}
            aria-label={title}
            className="min-h-0 overflow-y-auto px-5 pt-3 pb-5 outline-none"
          >
            {children}
          </section>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
