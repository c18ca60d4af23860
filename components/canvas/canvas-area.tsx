'use client'
import { type RefObject, useCallback, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { boundsOf } from '@/lib/view/bounds'
import type { Point } from '@/lib/view/layout/layout'
import { isStory } from '@/lib/view/show-view'
import { stepOf } from '@/lib/view/trace-elements'
import { count } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'
import { Legend } from '../explorer/legend'
import { useLit } from '../explorer/lit-context'
import { TimeStrip } from '../explorer/time-strip'
import { useIsPhone } from '../explorer/use-is-phone'
import { Canvas } from './canvas'
import type { Drawing } from './drawing'
import { EmptyPicture } from './empty-picture'
import { NodeMenu } from './node-menu'
import { OmittedNote } from './omitted-note'
import { usePicture } from './use-picture'
import { ZoomControls } from './zoom-controls'

export type CanvasControls = { fit(): void; fitSelection(): void; zoomBy(factor: number): void }

/** The picture with what floats over it: legend, zoom, menu. */
export function CanvasArea({ controls }: { controls: RefObject<CanvasControls | null> }) {
  const { view, change, select, subject, lineage, graph, elements } = useExplorer()
  const story = isStory(lineage)
  const { light } = useLit()
  const phone = useIsPhone()
  const drawing = useRef<Drawing | null>(null)
  const [menu, setMenu] = useState<{ id?: string; at: Point }>()
  const picture = usePicture(phone, drawing)
  const { scene, insets, follow, working } = picture
  const layout = scene?.layout

  const fit = useCallback(
    () => scene && drawing.current?.fit(boundsOf(scene.layout, scene.elements), insets),
    [scene, insets],
  )
  const fitSelection = useCallback(() => {
    if (!scene) return
    const chosen = new Set(scene.selection)
    const edges = elements.edges.filter((edge) => chosen.has(edge.id))
    const ends = new Set(edges.flatMap((edge) => [edge.from, edge.to]))
    const lit = elements.nodes.filter((node) => chosen.has(node.id) || ends.has(node.id))
    const near = elements.nodes.filter((node) => !node.faded)
    const nodes = edges.length > 0 ? lit : near
    if (nodes.length > 0) drawing.current?.fit(boundsOf(scene.layout, { nodes, edges }), insets)
  }, [scene, elements, insets])
  useImperativeHandle(
    controls,
    () => ({ fit, fitSelection, zoomBy: (factor) => drawing.current?.zoomBy(factor) }),
    [fit, fitSelection],
  )

  const lit = useLitElements()

  const open = useCallback(
    (id: string) =>
      !story &&
      change((held) =>
        elements.nodes.find((node) => node.id === id)?.badge
          ? {
              expanded: [...held.expanded.filter((other) => other !== id), id],
              collapsed: held.collapsed.filter((other) => other !== id),
            }
          : {
              expanded: held.expanded.filter((other) => other !== id),
              collapsed: [...held.collapsed, id],
            },
      ),
    [change, elements, story],
  )
  const gestures = useMemo(
    () => ({
      onTap: (id: string | undefined, add: boolean) => {
        // a step of a story is come to; who acted in it and what was said is opened
        if (story && lineage.steps.some((step) => step.id === id))
          return change({ marked: id, selection: [] })
        const behind = id && subject(id)
        // a line that says nothing of itself is no empty canvas either
        if (id === undefined || behind) select(behind, add)
      },
      onOpen: open,
      onBox: (ids: string[]) =>
        change(({ selection }) => ({
          selection: [...new Set([...selection, ...ids.flatMap((id) => subject(id) ?? [])])],
        })),
      onMenu: (id: string | undefined, at: Point) => setMenu({ id: id && subject(id), at }),
      onMove: (moved: Record<string, Point>) =>
        !story && change(({ pinned }) => ({ pinned: { ...pinned, ...roundPlaces(moved) } })),
      onHover: (id: string | undefined) =>
        story && light(id === undefined ? undefined : stepOf(lineage, id)),
      onViewport: () => setMenu(undefined),
    }),
    [select, open, change, subject, story, lineage, light],
  )

  return (
    <div className="absolute inset-0" data-theme-surface="canvas">
      <Canvas
        ref={drawing}
        scene={scene}
        gestures={gestures}
        insets={insets}
        follow={follow}
        lit={lit}
        description={`Picture of ${count(elements.nodes.length, 'entity', 'entities')} and ${count(
          elements.edges.length,
          'relation',
        )}. The list holds the same: press L.`}
      />
      {working && elements.nodes.length > 0 && (
        <p
          role="status"
          className="appear pointer-events-none absolute inset-x-0 top-4 text-center text-xs text-muted"
        >
          Laying out …
        </p>
      )}
      {elements.nodes.length === 0 && <EmptyPicture anything={graph.size > 0} />}
      {!phone && graph.size > 0 && (
        <div className="float-card absolute bottom-4 left-4 w-44 p-1.5">
          <Legend />
        </div>
      )}
      {view.mode !== 'story' && <TimeStrip />}
      <OmittedNote />
      <ZoomControls
        fit={fit}
        fitSelection={fitSelection}
        zoomBy={(factor) => drawing.current?.zoomBy(factor)}
      />
      <NodeMenu
        menu={menu}
        open={open}
        pin={(id) => layout && gestures.onMove({ [id]: layout.positions[id]! })}
        close={() => setMenu(undefined)}
      />
    </div>
  )
}

/** All that is drawn of the step that is pointed at, else of the one that was come to. */
function useLitElements(): ReadonlySet<string> {
  const { elements, lineage, view } = useExplorer()
  const { step = view.marked } = useLit()
  return useMemo(() => {
    if (step === undefined || !isStory(lineage)) return new Set()
    const drawn = [...elements.nodes, ...elements.edges]
    return new Set(drawn.filter(({ id }) => stepOf(lineage, id) === step).map(({ id }) => id))
  }, [elements, lineage, step])
}

/** To a tenth of a pixel, as the address keeps them: a view restored is the view there was. */
const roundPlaces = (places: Record<string, Point>): Record<string, Point> =>
  Object.fromEntries(
    Object.entries(places).map(([id, { x, y }]) => [
      id,
      { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 },
    ]),
  )
