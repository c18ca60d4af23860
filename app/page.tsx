import { redirect } from 'next/navigation'
import { firstCase } from './read-case'

export const dynamic = 'force-dynamic'

export default async function Home() {
  redirect(`/case/${encodeURIComponent(await firstCase())}`)
}
