import type { Failure } from './found'

type FailureListProps = { failures: Failure[]; leftOut: readonly string[] }

/** What could not be read, and why; the rest went on. */
export function FailureList({ failures, leftOut }: FailureListProps) {
  if (failures.length === 0 && leftOut.length === 0) return null
  return (
    <section
      className="mt-4 rounded-md border border-line bg-sunken px-3.5 py-2.5 text-sm"
      role="status"
    >
      {failures.length > 0 && (
        <>
          <h3 className="font-semibold">
            {failures.length === 1
              ? 'One could not be read'
              : `${failures.length} could not be read`}
          </h3>
          <ul className="mt-1 max-h-40 space-y-1 overflow-y-auto">
            {failures.map(({ name, message }) => (
              <li key={`${name}${message}`} className="break-words">
                {message.includes(name) ? message : `${name}: ${message}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {leftOut.map((reason) => (
        <p key={reason} className="mt-1 break-words text-muted">
          {reason}
        </p>
      ))}
    </section>
  )
}
