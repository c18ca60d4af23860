'use client'
import { Button } from '../ui/button'
import { Field, fieldLook } from './field'

type NameFieldProps = {
  label: string
  value: string
  /** Other spellings, a click away. */
  aliases: readonly string[]
  onChange(name: string): void
  /** A spelling was clicked; typed ones go to `onChange` alone. */
  onAlias?(alias: string): void
}

/** A field for a name, with the spellings that are known of it. */
export function NameField({ label, value, aliases, onChange, onAlias }: NameFieldProps) {
  return (
    <div className="space-y-2">
      <Field label={label}>
        <input
          aria-label={label}
          value={value}
          maxLength={300}
          onChange={(event) => onChange(event.target.value)}
          className={`${fieldLook} w-full`}
        />
      </Field>
      {aliases.length > 0 && (
        <div className="flex flex-wrap gap-1.5">
          {aliases.slice(0, 8).map((alias) => (
            <Button
              key={alias}
              look="outline"
              size="small"
              onClick={() => {
                onChange(alias)
                onAlias?.(alias)
              }}
            >
              {alias}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}
