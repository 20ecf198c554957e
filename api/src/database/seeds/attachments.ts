// Real small files for a few members: an intake form (PDF), a training plan (text) and a chart of a measurement (PNG).
import { crc32, deflateSync } from 'node:zlib';
import type { GymPlan } from './gym-plan.ts';
import type { Member } from './members.ts';
import type { Row } from './row.ts';

export interface PlannedFile {
  key: string;
  bytes: Buffer;
  row: Row;
}

export function planFiles(plan: GymPlan, members: readonly Member[], employeeIds: readonly string[]): PlannedFile[] {
  return members
    .filter((member) => member.hasAttachments)
    .flatMap((member) => {
      const random = member.random.fork('attachments');
      const fullName = [member.name.first_name, member.name.particle, member.name.last_name].filter(Boolean).join(' ');
      const files = [
        { name: 'Intakeformulier.pdf', type: 'application/pdf', bytes: intakeForm(fullName, member) },
        { name: 'Trainingsschema najaar.txt', type: 'text/plain', bytes: Buffer.from(trainingPlan(fullName), 'utf8') },
        { name: 'Lichaamsmeting.png', type: 'image/png', bytes: chart(random.int(60, 90)) },
      ];
      return files.map(({ name, type, bytes }, index) => {
        const uploadedMs = plan.time.instant(
          Math.min(member.joinedOn + index * 120, plan.time.today - 3 + index),
          700 + index * 7,
        );
        const key = random.hex(32);
        const row: Row = {
          gym_id: plan.gymId,
          id: random.uuid(uploadedMs),
          member_id: member.id,
          name,
          content_type: type,
          size_bytes: bytes.length,
          storage_key: key,
          state: 'SAVED',
          started_at: new Date(uploadedMs - 4_000).toISOString(),
          uploaded_at: new Date(uploadedMs).toISOString(),
          uploaded_by: employeeIds[member.employee ?? 0] as string,
          deleted_at: null,
          deleted_by: null,
        };
        return { key, bytes, row };
      });
    });
}

function trainingPlan(fullName: string): string {
  return `Trainingsschema voor ${fullName}\n\nMaandag    back squat 5 x 5, daarna 12 minuten conditie\nWoensdag   press 5 x 3, pull-ups met elastiek 5 x 6\nVrijdag    deadlift 3 x 5, core\n\nElke week 2,5 kg erbij zolang de techniek goed blijft.\n`;
}

/** One page A4 with a standard font, as small as a valid PDF gets. */
function intakeForm(fullName: string, member: Member): Buffer {
  const lines = [
    'Intakeformulier',
    '',
    `Naam: ${fullName}`,
    `Lidnummer: ${member.number}`,
    `Geboortedatum: ${member.birthDate ?? 'onbekend'}`,
    '',
    'Doel: sterker worden en pijnvrij bewegen',
    'Blessures: geen bijzonderheden',
    'Noodcontact: bekend bij de balie',
    '',
    'Handtekening: akkoord met de huisregels',
  ];
  const escaped = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`);
  const content = `BT /F1 14 Tf 72 770 Td 22 TL ${escaped.join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = Buffer.byteLength(body, 'latin1');
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = Buffer.byteLength(body, 'latin1');
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    'latin1',
  );
}

/** A line that falls slowly over a grid, 320 × 180, two colours on white. */
function chart(start: number): Buffer {
  const [width, height] = [320, 180];
  const pixels = Buffer.alloc((width * 3 + 1) * height, 255);
  for (let y = 0; y < height; y++) {
    pixels[y * (width * 3 + 1)] = 0; // filter of the row: none
    for (let x = 0; x < width; x++) {
      const line = height - start - 40 + x * 0.25 + 6 * Math.sin(x / 17);
      const colour = Math.abs(y - line) < 2 ? [25, 113, 194] : y % 30 === 0 ? [222, 226, 230] : null;
      if (colour) pixels.set(colour, y * (width * 3 + 1) + 1 + x * 3);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}
