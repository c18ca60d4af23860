import type { Metadata } from 'next'
import { CasesPage } from '@/components/cases/cases-page'
import { listCases, listDeletedCases } from '../read-case'

export const metadata: Metadata = { title: 'Cases' }
export const dynamic = 'force-dynamic'

export default async function Cases() {
  const [cases, deleted] = await Promise.all([listCases(), listDeletedCases()])
  return <CasesPage cases={cases} deleted={deleted} />
}
