'use client'
import { Redo2, Undo2 } from 'lucide-react'
import { IconButton } from '../ui/icon-button'

type Steps = { undo(): void; redo(): void; canUndo: boolean; canRedo: boolean }

/** Back and forth over what was done: decisions, and in the explorer views too. */
export function UndoButtons({ undo, redo, canUndo, canRedo }: Steps) {
  return (
    <>
      <IconButton icon={Undo2} label="Undo" keys="Ctrl Z" disabled={!canUndo} onClick={undo} />
      <IconButton
        icon={Redo2}
        label="Redo"
        keys="Shift Ctrl Z"
        disabled={!canRedo}
        onClick={redo}
      />
    </>
  )
}
