'use client'

export type NewCaseProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** An empty case was made: go to `/case/ID?add=1`, where documents can be added. */
  onCreated: (id: string) => void
}

/** Names a new case and makes it. */
export function NewCase(_: NewCaseProps) {
  return null
}
