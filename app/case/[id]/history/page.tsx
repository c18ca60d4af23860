import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HistoryPage } from '@/components/history/history-page'
import { findCase } from '../../../find-case'
import { openCases } from '../../../stored-cases'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const case_ = await findCase((await params).id)
  return { title: case_ ? `History · ${case_.title}` : 'No such case' }
}

export default async function History({ params }: Props) {
  const case_ = await findCase((await params).id)
  if (!case_) notFound()
  const earlier = await (await openCases()).listEarlier(case_.id)
  return <HistoryPage key={case_.id} sent={JSON.stringify(case_)} earlier={earlier} />
}
