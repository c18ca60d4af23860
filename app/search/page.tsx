import type { Metadata } from 'next'
import { SearchPage } from '@/components/search/search-page'

export const metadata: Metadata = { title: 'Search' }

type Props = { searchParams: Promise<{ q?: string | string[] }> }

export default async function Search({ searchParams }: Props) {
  return <SearchPage asked={[(await searchParams).q].flat()[0] ?? ''} />
}
