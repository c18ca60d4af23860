'use client'
import { clsx } from 'clsx'
import { Maximize, Minus, Plus, ScanSearch } from 'lucide-react'
import { useExplorer } from '../explorer/explorer-context'
import { IconButton } from '../ui/icon-button'

type ZoomControlsProps = { fit(): void; fitSelection(): void; zoomBy(factor: number): void }

export function ZoomControls({ fit, fitSelection, zoomBy }: ZoomControlsProps) {
  const { view, panelOpen } = useExplorer()
  return (
    <div
      className={clsx(
        'float-card absolute bottom-4 flex flex-col p-0.5 transition-[right] duration-200 phone:hidden',
        panelOpen ? 'right-[372px]' : 'right-4',
      )}
    >
      <IconButton icon={Plus} label="Zoom in" keys="+" side="left" onClick={() => zoomBy(1.3)} />
      <IconButton
        icon={Minus}
        label="Zoom out"
        keys="−"
        side="left"
        onClick={() => zoomBy(1 / 1.3)}
      />
      <IconButton icon={Maximize} label="Fit everything in" keys="F" side="left" onClick={fit} />
      <IconButton
        icon={ScanSearch}
        label="Zoom to the selection"
        keys="S"
        side="left"
        disabled={view.selection.length === 0}
        onClick={fitSelection}
      />
    </div>
  )
}
