'use client'
import { clsx } from 'clsx'
import { type ReactNode, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

export const fieldLook =
  'h-9 rounded-md border border-line bg-canvas px-2.5 text-sm hover:border-line-strong phone:h-11'

type FieldProps = { label: string; className?: string; children: ReactNode }

/** A control with its name above it; the control carries the name itself. */
export const Field = ({ label, className, children }: FieldProps) => (
  <div className={clsx('min-w-0', className)}>
    <p aria-hidden className="mb-1 text-xs text-muted">
      {label}
    </p>
    {children}
  </div>
)

type TextFieldProps = {
  label: string
  value: string
  placeholder?: string
  keep(value: string): void
}

/** Words that are kept when one leaves the field or presses Enter; Escape gives them up and leaves. */
export function TextField({ label, value, placeholder, keep }: TextFieldProps) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const words = text.trim()
  const changed = words !== value
  const settle = () => {
    if (changed) keep(words)
  }
  useEffect(() => {
    if (!changed) return
    // what was typed and not kept yet is not lost without a question
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [changed])
  return (
    <input
      aria-label={label}
      value={text}
      placeholder={placeholder}
      onChange={(event) => setText(event.target.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') {
          event.stopPropagation()
          // so that leaving keeps nothing
          flushSync(() => setText(value))
          event.currentTarget.blur()
        }
      }}
      className={`${fieldLook} w-full placeholder:text-muted`}
    />
  )
}
