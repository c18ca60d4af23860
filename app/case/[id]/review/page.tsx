import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReviewPage } from '@/components/review/review-page'
import { findCase } from '../../../find-case'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const case_ = await findCase((await params).id)
  return { title: case_ ? `Review · ${case_.title}` : 'No such case' }
}

/** `?claim=` names the relation to begin at; the rest is the view one comes from. */
export default async function Review({ params, searchParams }: Props) {
  const [{ id }, asked] = await Promise.all([params, searchParams])
  const case_ = await findCase(id)
  if (!case_) notFound()
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([key, values]) => [values].flat().map((value) => [key, value])),
  )
  return <ReviewPage key={case_.id} sent={JSON.stringify(case_)} query={query.toString()} />
}
