/** One case in the list of cases. */
export type CaseLine = {
  id: string
  title: string
  documents: number
  entities: number
  claims: number
  /** ISO 8601; the sample has none before it is changed. */
  changedAt?: string
  sample?: true
}
