'use client'

export type AddDocumentsProps = {
  caseId: string
  open: boolean
  onOpenChange: (open: boolean) => void
  /** The case was saved with more in it: read it again. */
  onAdded: () => void
}

/** Pasted text, files, a folder or a link: what was found is shown before it joins the case. */
export function AddDocuments(_: AddDocumentsProps) {
  return null
}
