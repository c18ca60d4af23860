'use client'
import { useCase } from '../cases/case-context'
import { TextField } from '../review/field'

/** The name decisions are kept under, for a case that several people work on. */
export function SignAs() {
  const { by, signAs } = useCase()
  return (
    <div className="mt-4 flex items-center gap-2 text-sm text-muted">
      <span aria-hidden>Decide as</span>
      <div className="w-56">
        <TextField
          label="Your name"
          placeholder="Your name, if you like"
          value={by}
          keep={signAs}
        />
      </div>
    </div>
  )
}
