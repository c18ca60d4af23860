/** The canvas: the one place that knows cytoscape. It draws what it is given and reports gestures. */
import cytoscape, { type Core, type EventObject, type NodeSingular } from 'cytoscape'
import { placeNames, smallestName } from '@/lib/view/hub-names'
import type { Point, Rect } from '@/lib/view/layout/layout'
import { sizes, type ThemeName } from '@/lib/view/theme'
import { type CanvasItem, describeItems, type Scene } from './items'
import { buildStyle, fullStyleLimit } from './style'

export type Gestures = {
  /** `add` when Ctrl, Cmd or Shift was held. */
  onTap(id: string | undefined, add: boolean): void
  onOpen(id: string): void
  onBox(ids: string[]): void
  onMenu(id: string | undefined, at: Point): void
  onMove(positions: Record<string, Point>): void
  /** What the pointer is over; nothing when it left. */
  onHover(id: string | undefined): void
  onViewport(): void
}

export type Insets = { top: number; right: number; bottom: number; left: number }

export type Drawing = ReturnType<typeof createDrawing>

/** Nothing is drawn larger than this when it is fitted in. */
const largestFit = 1.3
const duration = 220
/** What reaches out of the free part by less than this is seen all the same, in px. */
const slack = 12
/** How long the picture rests before names are chosen anew, in ms. */
const pause = 120

export function createDrawing(container: HTMLElement, gestures: Gestures, theme: ThemeName) {
  let light = false
  let current: ThemeName = theme
  const cy = cytoscape({
    container,
    style: buildStyle(theme, false) as never,
    layout: { name: 'preset' },
    minZoom: 0.05,
    maxZoom: 4,
    autounselectify: true,
    boxSelectionEnabled: true,
  })
  listen(cy, gestures)
  const hubs = nameHubs(cy)

  /** Draws the scene; what stays keeps its place, what is new appears there or grows out of it. */
  function show(scene: Scene) {
    const count = scene.elements.nodes.length + scene.elements.edges.length
    if (count > fullStyleLimit !== light) {
      light = count > fullStyleLimit
      cy.style(buildStyle(current, light) as never)
      setLight(cy, light)
    }
    const items = describeItems(scene)
    const ids = new Set(items.map((item) => item.data.id))
    cy.batch(() => {
      cy.elements().forEach((element) => {
        if (!ids.has(element.id())) element.remove()
      })
      const grow = prefersMotion() && scene.origin ? cy.getElementById(scene.origin) : undefined
      const from = grow?.nonempty() ? grow.position() : undefined
      const added: CanvasItem[] = []
      for (const item of items) {
        const known = cy.getElementById(item.data.id)
        if (known.nonempty()) {
          known.data(item.data)
          known.classes(item.classes)
          if (item.position) known.position(item.position)
        } else added.push(from && item.position ? { ...item, position: { ...from } } : item)
      }
      cy.add(added as never)
      if (from)
        for (const item of added) {
          const target = items.find((other) => other.data.id === item.data.id)?.position
          if (target) cy.getElementById(item.data.id).animate({ position: target }, { duration })
        }
    })
    hubs.refresh()
  }

  /**
   * Brings a part of the picture into what the insets leave free. What does not fit in at
   * `least` times its size, so that it can be read, shows its beginning, at the left and top.
   */
  function fit(area: Rect, insets: Insets, { animate = true, least = 0 } = {}) {
    const width = Math.max(60, cy.width() - insets.left - insets.right)
    const height = Math.max(60, cy.height() - insets.top - insets.bottom)
    const whole = Math.min(width / Math.max(1, area.w), height / Math.max(1, area.h))
    const zoom = Math.max(least, Math.min(largestFit, whole))
    const along = (start: number, room: number, middle: number, size: number) =>
      size * zoom > room + 1 ? start - (middle - size / 2) * zoom : start + room / 2 - middle * zoom
    const pan = {
      x: along(insets.left, width, area.x, area.w),
      y: along(insets.top, height, area.y, area.h),
    }
    moveTo({ zoom, pan }, animate)
  }

  function moveTo(view: { zoom: number; pan: Point }, animate: boolean) {
    cy.stop()
    if (animate && prefersMotion() && !light) cy.animate(view, { duration, easing: 'ease-out' })
    else cy.viewport(view)
  }

  return {
    show,
    fit,
    zoomBy(factor: number) {
      const centre = { x: cy.width() / 2, y: cy.height() / 2 }
      const zoom = Math.min(cy.maxZoom(), Math.max(cy.minZoom(), cy.zoom() * factor))
      const pan = cy.pan()
      const scale = zoom / cy.zoom()
      moveTo(
        {
          zoom,
          pan: {
            x: centre.x - (centre.x - pan.x) * scale,
            y: centre.y - (centre.y - pan.y) * scale,
          },
        },
        true,
      )
    },
    /**
     * Shifts the picture just enough to bring elements out from under what covers them, or, what
     * was not wholly seen, to the middle.
     */
    reveal(ids: readonly string[], insets: Insets, { centre = false, animate = true } = {}) {
      const elements = cy.collection(
        ids.map((id) => cy.getElementById(id)).filter((e) => e.nonempty()) as never,
      )
      if (elements.empty()) return
      const box = elements.renderedBoundingBox({ includeOverlays: false })
      const shift = (low: number, high: number, start: number, end: number) => {
        if (low >= start - slack && high <= end + slack) return 0
        if (high - low > end - start) return start - low
        if (centre) return (start + end - low - high) / 2
        return low < start ? start - low : end - high
      }
      const x = shift(box.x1, box.x2, insets.left, cy.width() - insets.right)
      const y = shift(box.y1, box.y2, insets.top, cy.height() - insets.bottom)
      if (Math.abs(x) + Math.abs(y) > 1)
        moveTo({ zoom: cy.zoom(), pan: { x: cy.pan().x + x, y: cy.pan().y + y } }, animate)
    },
    /** Marks what something beside the picture points at. */
    light(ids: ReadonlySet<string>) {
      cy.batch(() => {
        cy.elements('.lit').removeClass('lit')
        for (const id of ids) cy.getElementById(id).addClass('lit')
      })
    },
    setTheme(next: ThemeName) {
      current = next
      cy.style(buildStyle(next, light) as never)
      hubs.refresh()
    },
    resize: () => cy.resize(),
    destroy: () => cy.destroy(),
  }
}

/** Keeps hubs named in letters of one size on the screen, however far the picture is zoomed out. */
function nameHubs(cy: Core): { refresh(): void } {
  let touched = cy.collection()
  let waiting: ReturnType<typeof setTimeout> | undefined
  const choose = () =>
    cy.batch(() => {
      touched.removeStyle()
      touched = cy.collection()
      cy.edges('.to-shape').removeClass('to-shape')
      const zoom = cy.zoom()
      if (cy.destroyed() || sizes.nodeLabel * zoom >= smallestName) return
      const names = placeNames(listShapes(cy), cy.width())
      const named = cy.collection(names.map(({ id }) => cy.getElementById(id)) as never)
      const others = cy.nodes().difference(named).difference('.mark')
      // above that their names are too small to be drawn anyway
      if (others.length < fullStyleLimit) {
        touched = others.style('text-opacity', 0)
        cy.edges().addClass('to-shape')
      }
      touched = touched.union(named)
      for (const { id, at } of names)
        cy.getElementById(id).style({
          'font-size': sizes.nodeLabel / zoom,
          'min-zoomed-font-size': 0,
          'text-margin-x': at.x / zoom,
          'text-margin-y': at.y / zoom,
          'text-outline-width': 2.5 / zoom,
          'z-index': 25,
        })
    })
  const refresh = () => {
    clearTimeout(waiting)
    waiting = setTimeout(choose, pause)
  }
  cy.on('viewport resize', refresh)
  cy.on('destroy', () => clearTimeout(waiting))
  return { refresh }
}

/** What is on the screen and could be named; what was chosen comes first. */
function listShapes(cy: Core) {
  const zoom = cy.zoom()
  return cy
    .nodes()
    .filter((node) => !node.hasClass('mark') && !node.hasClass('faded'))
    .toArray()
    .map((node) => node as NodeSingular)
    .map((node) => ({
      id: node.id(),
      lines: String(node.data('text')).split('\n'),
      shape: { ...node.renderedPosition(), w: node.width() * zoom, h: node.height() * zoom },
      weight: node.hasClass('chosen') || node.hasClass('accent') ? Infinity : node.degree(false),
    }))
    .filter(({ shape: { x, y } }) => x > 0 && y > 0 && x < cy.width() && y < cy.height())
}

/** Cheaper drawing while moving; `pixelRatio` and the rest can only be set on the renderer. */
function setLight(cy: Core, light: boolean) {
  const renderer = (cy as unknown as { renderer(): Record<string, unknown> }).renderer()
  // while it is moved, a picture of the picture is
  renderer.textureOnViewport = light
  renderer.forcedPixelRatio = light ? 1 : null
  cy.resize()
}

function listen(cy: Core, gestures: Gestures) {
  const idOf = (event: EventObject): string | undefined =>
    event.target === cy ? undefined : (event.target.data('of') ?? event.target.id())
  const added = (event: EventObject) => {
    const mouse = event.originalEvent as MouseEvent | undefined
    return Boolean(mouse?.ctrlKey || mouse?.metaKey || mouse?.shiftKey)
  }
  cy.on('onetap', (event) => gestures.onTap(idOf(event), added(event)))
  cy.on('dbltap', 'node', (event) => gestures.onOpen(idOf(event)!))
  const menu = (event: EventObject) => {
    const { x, y } = event.renderedPosition
    const { left, top } = cy.container()!.getBoundingClientRect()
    gestures.onMenu(idOf(event), { x: left + x, y: top + y })
  }
  cy.on('cxttap', menu)
  cy.on('taphold', (event) => {
    if ((event.originalEvent as Event).type.startsWith('touch')) menu(event)
  })
  cy.on('mouseover', 'node, edge', (event) => {
    gestures.onHover(idOf(event))
    if (event.target.hasClass('mark')) return
    event.target.addClass('hover')
    const lines = event.target.isNode() ? event.target.connectedEdges() : event.target
    lines.addClass('hover').addClass('labelled')
    cy.container()!.style.cursor = 'pointer'
  })
  cy.on('mouseout', 'node, edge', () => {
    gestures.onHover(undefined)
    cy.elements('.hover').forEach((element) => {
      element.removeClass('hover')
      if (element.isEdge() && !element.data('keepLabel')) element.removeClass('labelled')
    })
    cy.container()!.style.cursor = ''
  })
  let boxed: string[] = []
  let queued = false
  cy.on('box', 'node', (event) => {
    boxed.push(idOf(event)!)
    if (queued) return
    queued = true
    queueMicrotask(() => {
      queued = false
      gestures.onBox([...new Set(boxed)])
      boxed = []
    })
  })
  cy.on('drag', 'node', (event) => {
    const { x, y } = event.target.position()
    for (const mark of cy.nodes(`[of = ${JSON.stringify(event.target.id())}]`).toArray())
      mark.position({ x: x + mark.data('dx'), y: y + mark.data('dy') })
  })
  cy.on('drag', 'node', (event) => event.target.connectedEdges().addClass('moving'))
  cy.on('free', 'node', (event) => event.target.connectedEdges().removeClass('moving'))
  cy.on('dragfree', 'node', (event) => {
    gestures.onMove({ [event.target.id()]: { ...event.target.position() } })
  })
  cy.on('viewport', () => gestures.onViewport())
}

const prefersMotion = () => !matchMedia('(prefers-reduced-motion: reduce)').matches
