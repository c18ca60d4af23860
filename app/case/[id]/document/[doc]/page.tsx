import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { layOutPage } from '@/components/reader/lay-out-page'
import { Reader } from '@/components/reader/reader'
import { standingCase } from '@/lib/decisions/standing'
import { AppError } from '@/lib/errors'
import { findVersions } from '@/lib/view/versions'
import { readCase } from '../../../../read-case'

type Props = {
  params: Promise<{ id: string; doc: string }>
  searchParams: Promise<{ claim?: string | string[]; at?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, doc } = await params
  const found = await load(id, doc)
  return { title: found?.document.title ?? 'No such report' }
}

export default async function DocumentPage({ params, searchParams }: Props) {
  const [{ id, doc }, asked] = await Promise.all([params, searchParams])
  const found = await load(id, doc)
  if (!found) notFound()
  const { stored, case_, document } = found
  const { text, ...about } = document
  const [, start, end] = /^(\d+)-(\d+)$/.exec([asked.at].flat()[0] ?? '') ?? []
  const at = start && end ? { start: Number(start), end: Number(end) } : undefined
  const claim = [asked.claim].flat()[0]
  return (
    <Reader
      key={`${document.id} ${claim} ${start}`}
      sent={JSON.stringify(stored)}
      document={about}
      versions={findVersions(stored.documents, document.id)}
      words={text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu)?.length ?? 0}
      page={layOutPage(case_, document, at)}
      claim={claim}
    />
  )
}

/** Read once for the page and its title. */
const load = cache(async (id: string, doc: string) => {
  try {
    const stored = await readCase(decodeURIComponent(id))
    const case_ = standingCase(stored)
    // one that was taken out can be read still
    const document = stored.documents.find((other) => other.id === decodeURIComponent(doc))
    return document && { stored, case_, document }
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return undefined
    throw error
  }
})
