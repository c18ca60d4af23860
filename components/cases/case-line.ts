/** One case in the list of cases. */
export type CaseLine = {
  id: string
  title: string
  documents: number
  entities: number
  claims: number
  sample?: true
}
