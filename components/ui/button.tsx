import { clsx } from 'clsx'
import type { ComponentProps } from 'react'

type ButtonProps = ComponentProps<'button'> & {
  look?: 'quiet' | 'outline' | 'solid'
  size?: 'small' | 'normal'
}

const looks = {
  quiet: 'text-text hover:bg-hover active:bg-pressed',
  outline: 'border border-line bg-surface hover:bg-sunken active:bg-pressed',
  solid: 'bg-text text-canvas hover:opacity-88 active:opacity-80',
}

/** A button with words on it. */
export function Button({ look = 'quiet', size = 'normal', className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={clsx(
        'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors disabled:opacity-40',
        size === 'small' ? 'h-7 px-2 text-xs' : 'h-8 px-2.5 text-sm',
        looks[look],
        className,
      )}
      {...rest}
    />
  )
}
