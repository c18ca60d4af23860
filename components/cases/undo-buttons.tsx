'use client'
import { Redo2, Undo2 } from 'lucide-react'
import { IconButton } from '../ui/icon-button'
import { useCase } from './case-context'

/** Back and forth over what was decided. */
export function UndoButtons() {
  const { undo, redo, canUndo, canRedo } = useCase()
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
