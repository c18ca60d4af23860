import type { AppError, ErrorCode } from '@/lib/errors'

const headings: Partial<Record<ErrorCode, string>> = {
  unavailable: 'Cases cannot be reached at the moment',
  conflict: 'Another program has the cases open',
}

/** In place of a case that cannot be shown: what is wrong, and what to do. */
export function CaseTrouble({ error }: { error: AppError }) {
  return (
    <main className="mx-auto max-w-2xl px-6 pt-[12vh] pb-16">
      <h1 className="voice-document text-3xl font-semibold">
        {headings[error.code] ?? 'This case cannot be read'}
      </h1>
      <p className="mt-3 whitespace-pre-line text-muted">{error.message}</p>
      {error.problems.length > 0 && (
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
      )}
      <p className="mt-6 flex gap-4 text-sm font-medium">
        {/* a full load: what was in the way may be gone */}
        <a href="?" className="underline underline-offset-2">
          Try again
        </a>
        <a href="/" className="underline underline-offset-2">
          Go to the first case
        </a>
      </p>
    </main>
  )
}
