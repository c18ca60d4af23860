'use client'
import { FileText, FolderOpen } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/button'
import { FileField } from '../ui/file-field'
import { type Chosen, listPicked } from './list-dropped'

type ChooseSourcesProps = {
  onPasted: (pasted: string) => void
  onFiles: (chosen: Chosen) => void
}

/** One field for a text or links, and the way to files and folders; dropping works anywhere. */
export function ChooseSources({ onPasted, onFiles }: ChooseSourcesProps) {
  const [pasted, setPasted] = useState('')
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const text = useRef<HTMLTextAreaElement>(null)
  useEffect(() => text.current?.focus(), [])
  const pick = (list: File[]) => onFiles(listPicked(list))
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
      <FileField
        ref={files}
        several
        accept=".txt,.md,.markdown,.html,.htm,.pdf,.docx,.json,.zip"
        label="Choose files"
        onPick={pick}
      />
      <FileField ref={folder} folder label="Choose a folder" onPick={pick} />
    </form>
  )
}
