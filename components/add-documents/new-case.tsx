'use client'
import { useState } from 'react'
import { Button } from '../ui/button'
import { DialogCard } from '../ui/dialog-card'
import { makeCase } from './ask-server'

export type NewCaseProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** An empty case was made: go to it, and open AddDocuments there. */
  onCreated: (id: string) => void
}

const focus = (field: HTMLInputElement | null) => field?.focus()

/** Names a new case and makes it. */
export function NewCase({ open, onOpenChange, onCreated }: NewCaseProps) {
  const [title, setTitle] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const make = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      const id = await makeCase(title.trim())
      setTitle('')
      onOpenChange(false)
      onCreated(id)
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <DialogCard open={open} onOpenChange={onOpenChange} title="New case" className="w-[30rem]">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (title.trim()) void make()
        }}
      >
        <label className="block text-sm">
          <span className="mb-1 block text-muted">What is it about?</span>
          <input
            ref={focus}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            maxLength={300}
            placeholder="How the harbour contract was won"
            className="voice-document block h-11 w-full rounded-md border border-line bg-canvas px-3 text-[17px] placeholder:text-muted"
          />
        </label>
        {problem && (
          <p role="alert" className="mt-3 text-sm text-path">
            {problem}
          </p>
        )}
        <div className="mt-4 flex justify-end gap-2">
          <Button onClick={() => onOpenChange(false)} className="phone:h-11">
            Cancel
          </Button>
          <Button
            look="solid"
            type="submit"
            disabled={busy || !title.trim()}
            className="phone:h-11"
          >
            Make the case
          </Button>
        </div>
      </form>
    </DialogCard>
  )
}
