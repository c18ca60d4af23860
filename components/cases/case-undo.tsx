'use client'
import { useReviewKeys } from '../review/use-review-keys'
import { useCase } from './case-context'
import { UndoButtons } from './undo-buttons'

/** Back and forth over the decisions of the case, by buttons and by keys. */
export function CaseUndo() {
  const { undo, redo, canUndo, canRedo } = useCase()
  useReviewKeys({ z: undo, Z: redo })
  return <UndoButtons undo={undo} redo={redo} canUndo={canUndo} canRedo={canRedo} />
}
