import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ExplorerPage } from '@/components/explorer/explorer-page'
import { replay } from '@/lib/decisions/replay'
import { AppError } from '@/lib/errors'
import { fitView } from '@/lib/view/fit-view'
import { decodeView } from '@/lib/view/url'
import { firstPlaces } from '../../first-places'
import { listCases, readCase } from '../../read-case'
import { CaseTrouble } from './case-trouble'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load((await params).id)
  return {
    title: !found ? 'No such case' : found instanceof AppError ? 'No case to show' : found.title,
  }
}

export default async function CasePage({ params, searchParams }: Props) {
  const [{ id }, asked] = await Promise.all([params, searchParams])
  const case_ = await load(id)
  if (!case_) notFound()
  if (case_ instanceof AppError) return <CaseTrouble error={case_} />
  const cases = await listCases()
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([key, values]) => [values].flat().map((value) => [key, value])),
  )
  const { case: decided } = replay(case_)
  const { view } = fitView(decided, decodeView(query).view)
  return (
    <ExplorerPage
      key={id}
      sent={JSON.stringify(case_)}
      cases={cases}
      query={query.toString()}
      places={firstPlaces(case_, view)}
    />
  )
}

/** The case, why it cannot be read, or nothing; read once for the page and its title. */
const load = cache(async (id: string) => {
  try {
    return await readCase(decodeURIComponent(id))
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return undefined
    if (error instanceof AppError) return error
    throw error
  }
})
