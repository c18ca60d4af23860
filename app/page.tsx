import { redirect } from 'next/navigation'
import { firstCase } from './read-case'

export const dynamic = 'force-dynamic'

export default async function Home() {
  const id = await firstCase()
  redirect(id === undefined ? '/cases' : `/case/${encodeURIComponent(id)}`)
}
