'use client'
import { Button } from '@/components/ui/button'

type ErrorPageProps = { error: Error & { digest?: string }; reset(): void }

/** When a page cannot be shown: what happened, and the ways out. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <main className="mx-auto max-w-xl px-6 pt-[16vh] pb-16">
      <h1 className="voice-document text-3xl font-semibold">This page could not be shown</h1>
      <p className="mt-3 text-muted">
        Nothing was lost: cases are kept as they were. If it happens again, the place where the
        program was started says why{error.digest ? ` (look for ${error.digest})` : ''}.
      </p>
      <div className="mt-6 flex gap-2">
        <Button look="solid" onClick={reset}>
          Try again
        </Button>
        <a
          href="/"
          className="inline-flex h-8 items-center rounded-md border border-line px-2.5 text-sm font-medium hover:bg-hover"
        >
          Go to the first case
        </a>
      </div>
    </main>
  )
}
