'use client'
import { FilePlus2, Image } from 'lucide-react'
import { Button } from '../ui/button'
import { useDoors } from './doors'
import { ReviewLink } from './review-link'

/** Adding documents and taking pictures away. */
export function HeaderTools() {
  const { addDocuments, exportPicture } = useDoors()
  return (
    <div className="ml-2 flex gap-1.5">
      <ReviewLink />
      <Button look="outline" aria-label="Add documents" onClick={() => addDocuments()}>
        <FilePlus2 size={15} aria-hidden />
        Add<span className="-ml-0.5 min-[760px]:max-[1599px]:hidden"> documents</span>
      </Button>
      <Button look="solid" onClick={exportPicture}>
        <Image size={15} aria-hidden />
        Export
      </Button>
    </div>
  )
}
