import type { Metadata } from 'next'
import Link from 'next/link'
import { listCases } from './read-case'

export const metadata: Metadata = { title: 'Not here' }

export default async function NotFound() {
  const cases = await listCases()
  return (
    <main className="mx-auto max-w-xl px-6 pt-[16vh] pb-16">
      <h1 className="voice-document text-3xl font-semibold">There is nothing at this address</h1>
      <p className="mt-3 text-muted">
        The case may have been deleted: then it can be restored among{' '}
        <Link href="/cases" className="underline underline-offset-3">
          all cases
        </Link>
        . Or the address was cut short. These are here:
      </p>
      <ul className="mt-6 divide-y divide-line border-y border-line">
        {cases.map((case_) => (
          <li key={case_.id}>
            <Link
              href={`/case/${encodeURIComponent(case_.id)}`}
              className="voice-document block py-3 text-lg break-words hover:underline"
            >
              {case_.title}
            </Link>
          </li>
        ))}
      </ul>
    </main>
  )
}
