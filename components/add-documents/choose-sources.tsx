'use client'
import { FileText, FolderOpen } from 'lucide-react'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../ui/button'
import { type Dropped, listPicked } from './list-dropped'

type ChooseSourcesProps = {
  onPasted: (pasted: string) => void
  onFiles: (chosen: { files: Dropped[]; passed: number }) => void
}

/** One field for a text or links, and the way to files and folders; dropping works anywhere. */
export function ChooseSources({ onPasted, onFiles }: ChooseSourcesProps) {
  const [pasted, setPasted] = useState('')
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const text = useRef<HTMLTextAreaElement>(null)
  useEffect(() => text.current?.focus(), [])
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    if (event.target.files) onFiles(listPicked(event.target.files))
    event.target.value = ''
  }
  const read = () => {
    onPasted(pasted)
    setPasted('')
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (pasted.trim()) read()
      }}
    >
      <textarea
        ref={text}
        value={pasted}
        onChange={(event) => setPasted(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && pasted.trim()) read()
        }}
        aria-label="Text or link"
        placeholder="Paste a text or links, or drop files or a folder here"
        rows={7}
        className="voice-document block w-full resize-y rounded-md border border-line bg-canvas px-3.5 py-3 text-[16px] leading-relaxed placeholder:text-muted"
      />
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button look="outline" onClick={() => files.current?.click()} className="phone:h-11">
          <FileText size={15} aria-hidden />
          Choose files
        </Button>
        <Button look="outline" onClick={() => folder.current?.click()} className="phone:hidden">
          <FolderOpen size={15} aria-hidden />
          Choose a folder
        </Button>
        <Button look="solid" type="submit" disabled={!pasted.trim()} className="ml-auto phone:h-11">
          Read
        </Button>
      </div>
      <p className="mt-3 text-xs text-muted">
        Text, Markdown, HTML, PDF, Word or JSON, up to 20 MB each, or a .zip of them. Everything is
        read on this machine; a link is fetched as one page, several stand one a line.
      </p>
      <input
        ref={files}
        type="file"
        multiple
        accept=".txt,.md,.markdown,.html,.htm,.pdf,.docx,.json,.zip"
        aria-label="Choose files"
        tabIndex={-1}
        onChange={pick}
        className="sr-only"
      />
      <input
        ref={folder}
        type="file"
        // @ts-expect-error: every browser has it, React's types do not
        webkitdirectory=""
        aria-label="Choose a folder"
        tabIndex={-1}
        onChange={pick}
        className="sr-only"
      />
    </form>
  )
}
