import type { Failure } from './found'

type FailureListProps = { failures: Failure[]; passed?: number }

/** What could not be read, and why; the rest went on. */
export function FailureList({ failures, passed = 0 }: FailureListProps) {
  if (failures.length === 0 && passed === 0) return null
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
      {passed > 0 && (
        <p className="mt-1 text-muted">
          {passed === 1 ? 'One file' : `${passed} files`} of the folder passed over: of another
          kind, or beyond the first 20,000.
        </p>
      )}
    </section>
  )
}
