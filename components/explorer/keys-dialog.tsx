'use client'
import { DialogCard } from '../ui/dialog-card'

const keys: [string, string][] = [
  ['/  or  Ctrl K', 'Search names, quotes and reports'],
  ['Click', 'Select an entity or a relation'],
  ['Ctrl, Cmd or Shift + click', 'Add to the selection'],
  ['Shift + drag', 'Select a box'],
  ['Double click', 'Expand, or fold outlying neighbours'],
  ['Right click', 'Menu: path from here, hide, pin …'],
  ['Drag', 'Move and pin'],
  ['1  2  3', 'Only what is that many steps around the selection'],
  ['0', 'The whole case'],
  ['F', 'Fit everything in'],
  ['S', 'Zoom to the selection'],
  ['+  −', 'Zoom'],
  ['E', 'Words on the lines, or not'],
  ['L', 'List or picture'],
  ['H', 'Hide the selection'],
  ['[  ]', 'Previous and next event in time'],
  ['P', 'Play from event to event, pause'],
  ['J  K  or  →  ←', 'Next and previous step of a trace'],
  ['←  →', 'Steps of a story that is told'],
  ['Alt ↑  Alt ↓', 'Move a step of a story'],
  ['Ctrl Z', 'Undo anything'],
  ['Shift Ctrl Z', 'Redo'],
  ['Esc', 'Close, deselect, leave'],
  ['Y  N  H', 'In the review: accept, reject, unsure'],
  ['J  K', 'In the review and the reader: next, previous'],
  ['E', 'In the review: correct'],
  ['?', 'These keys'],
]

type KeysDialogProps = { open: boolean; onOpenChange(open: boolean): void }

export function KeysDialog({ open, onOpenChange }: KeysDialogProps) {
  return (
    <DialogCard open={open} onOpenChange={onOpenChange} title="Keys" className="w-[30rem]">
      <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-1.5 text-sm">
        {keys.map(([key, what]) => (
          <div key={key} className="contents">
            <dt className="text-muted">
              <kbd className="font-sans whitespace-pre">{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </DialogCard>
  )
}
