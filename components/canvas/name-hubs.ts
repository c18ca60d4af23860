/** Names where the whole picture is too small for them: those of the best connected, where there is room. */
import type { Core, NodeSingular } from 'cytoscape'
import type { Point, Rect } from '@/lib/view/layout/layout'
import { measureText } from '@/lib/view/text-measure'
import { sizes } from '@/lib/view/theme'

/** Names smaller than this on the screen are left to the hubs. */
export const smallestName = 8
const mostNamed = 60
/** Entities looked at for a place, the best connected first. */
const mostTried = 600
/** More shapes than this on the screen may be written over. */
const mostSpared = 150
/** How long the picture must rest, in ms. */
const rest = 120

/** Keeps hubs named in letters of one size on the screen, however far the picture is zoomed out. */
export function nameHubs(cy: Core): { refresh(): void } {
  let touched = cy.collection()
  let waiting: ReturnType<typeof setTimeout> | undefined

  function choose() {
    cy.batch(() => {
      touched.removeStyle()
      touched = cy.collection()
      const zoom = cy.zoom()
      if (cy.destroyed() || sizes.nodeLabel * zoom >= smallestName) return
      const names = placeNames(cy)
      const named = cy.collection(names.map(({ node }) => node) as never)
      const others = cy.nodes().difference(named).difference('.mark')
      // in a larger picture their names are too small to be drawn anyway
      if (others.length < mostTried) {
        others.style('text-opacity', 0)
        touched = others
      }
      touched = touched.union(named)
      for (const { node, at } of names)
        node.style({
          'font-size': sizes.nodeLabel / zoom,
          'min-zoomed-font-size': 0,
          'text-margin-x': at.x / zoom,
          'text-margin-y': at.y / zoom,
          'text-outline-width': 2.5 / zoom,
          'z-index': 25,
        })
    })
  }
  function refresh() {
    clearTimeout(waiting)
    waiting = setTimeout(choose, rest)
  }
  cy.on('viewport resize', refresh)
  cy.on('destroy', () => clearTimeout(waiting))
  return { refresh }
}

type Placed = {
  node: NodeSingular
  /** The name's middle seen from the node's, in px on the screen. */
  at: Point
}

/** The best connected that are on the screen, each where its name meets neither names nor shapes. */
function placeNames(cy: Core): Placed[] {
  const [width, height] = [cy.width(), cy.height()]
  const shapes = cy
    .nodes()
    .toArray()
    .filter((node) => !node.hasClass('mark') && !node.hasClass('faded'))
    .map((node) => ({ node: node as NodeSingular, shape: shapeBox(node as NodeSingular) }))
    .filter(({ shape: { x, y } }) => x > 0 && y > 0 && x < width && y < height)
  const weight = (node: NodeSingular) =>
    node.hasClass('chosen') || node.hasClass('accent') ? 1e9 : node.degree(false)
  const candidates = shapes
    .map((one) => ({ ...one, weight: weight(one.node) }))
    .sort((a, b) => b.weight - a.weight || (a.node.id() < b.node.id() ? -1 : 1))
    .slice(0, mostTried)
  // where shapes stand close together names would find no room beside them
  const taken = shapes.length <= mostSpared ? shapes.map(({ shape }) => shape) : []
  const names: Placed[] = []
  for (const { node, shape } of candidates) {
    if (names.length >= mostNamed) break
    const box = nameBoxes(node, shape, width).find((one) => !taken.some((two) => meets(one, two)))
    if (!box) continue
    taken.push(box)
    names.push({ node, at: { x: box.x - shape.x, y: box.y - shape.y } })
  }
  return names
}

/** Of a node, in px on the screen. */
function shapeBox(node: NodeSingular): Rect {
  const zoom = node.cy().zoom()
  const { x, y } = node.renderedPosition()
  return { x, y, w: node.width() * zoom, h: node.height() * zoom }
}

/** Where a name could stand, best first: below, beside, above; never past the sides of the screen. */
function nameBoxes(node: NodeSingular, shape: Rect, width: number): Rect[] {
  const lines: string[] = String(node.data('text')).split('\n')
  const w = Math.max(...lines.map((line) => measureText(line, sizes.nodeLabel, 'semibold'))) + 4
  const h = lines.length * sizes.nodeLine
  const down = (shape.h + h) / 2 + 1
  const aside = (shape.w + w) / 2 + 1
  const inside = Math.min(Math.max(shape.x, w / 2 + 2), width - w / 2 - 2)
  return [
    { x: inside, y: shape.y + down, w, h },
    { x: shape.x + aside, y: shape.y, w, h },
    { x: shape.x - aside, y: shape.y, w, h },
    { x: inside, y: shape.y - down, w, h },
  ].filter((box) => box.x - box.w / 2 >= 0 && box.x + box.w / 2 <= width)
}

/** Of boxes given by their middles. */
const meets = (a: Rect, b: Rect) =>
  Math.abs(a.x - b.x) * 2 < a.w + b.w && Math.abs(a.y - b.y) * 2 < a.h + b.h
