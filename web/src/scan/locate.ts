import { command } from '../api/client'
import { soon } from '../api/problem'
import type { Distance } from '../map/point'
import type { Position } from '../map/position'
import { accepted, type Recorded, type Verdict } from './verdict'

/** What to say of a scan that was recorded; where the meeting asks for it, the phone may tell then where it is. */
export function acceptedHere(recorded: Recorded): Verdict {
  const said = accepted(recorded)
  return recorded.asks_position ? { ...said, locate: (position) => sendPosition(recorded, position) } : said
}

/** Sent again it is answered by what stands, so that no try needs the key of another. */
async function sendPosition(recorded: Recorded, position: Position): Promise<Distance> {
  const body = { agenda_id: recorded.agenda_id, sitting_id: recorded.sitting_id, position }
  return (await soon(command('eagenda_record_distance', body, crypto.randomUUID()))).distance
}
