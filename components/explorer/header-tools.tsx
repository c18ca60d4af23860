'use client'
import { FilePlus2 } from 'lucide-react'
import { Button } from '../ui/button'
import { useDoors } from './doors'

/** Adding documents and taking pictures away. */
export function HeaderTools() {
  const { addDocuments } = useDoors()
  return (
    <div className="ml-2 flex gap-1.5">
      <Button look="outline" onClick={() => addDocuments()}>
        <FilePlus2 size={15} aria-hidden />
        Add documents
      </Button>
    </div>
  )
}
