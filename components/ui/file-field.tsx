import type { Ref } from 'react'

type FileFieldProps = {
  /** A button opens it by `click()`. */
  ref: Ref<HTMLInputElement>
  label: string
  /** As ".json,application/json". */
  accept?: string
  several?: boolean
  /** Takes a folder with all that is in it. */
  folder?: boolean
  onPick(files: File[]): void
}

/** A file field nobody sees: its button is elsewhere. The same file may be chosen twice. */
export function FileField({ ref, label, accept, several, folder, onPick }: FileFieldProps) {
  return (
    <input
      ref={ref}
      type="file"
      accept={accept}
      multiple={several}
      // React's types do not have it, every browser does
      {...(folder && { webkitdirectory: '' })}
      aria-label={label}
      hidden
      onChange={(event) => {
        const files = [...(event.target.files ?? [])]
        event.target.value = ''
        onPick(files)
      }}
    />
  )
}
