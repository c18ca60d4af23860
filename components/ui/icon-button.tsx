import { clsx } from 'clsx'
import type { LucideIcon } from 'lucide-react'
import { Tooltip } from 'radix-ui'
import type { ComponentProps } from 'react'

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  icon: LucideIcon
  /** The name read aloud and shown on hover. */
  label: string
  /** Shown beside the label: `Ctrl Z`. */
  keys?: string
  side?: 'top' | 'bottom' | 'left' | 'right'
  /** Pressed in, for switches. */
  on?: boolean
}

/** A button that is only an icon: its name is in the tooltip and in the accessibility tree. */
export function IconButton({
  icon: Icon,
  label,
  keys,
  side = 'bottom',
  on,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>
        <button
          type="button"
          aria-label={label}
          aria-pressed={on}
          className={clsx(
            'inline-flex size-8 shrink-0 items-center justify-center rounded-md transition-colors hover:bg-hover active:bg-pressed disabled:opacity-35 disabled:hover:bg-transparent',
            on ? 'bg-pressed text-text' : 'text-muted hover:text-text',
            className,
          )}
          {...rest}
        >
          <Icon size={17} strokeWidth={1.75} aria-hidden />
        </button>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="appear z-50 flex items-center gap-2 rounded-md bg-text px-2 py-1 text-xs text-canvas"
        >
          {label}
          {keys && <kbd className="font-sans opacity-70">{keys}</kbd>}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
