// The part of the money drill about SEPA files: direct debit files by chance are written, validated against the schemas of
// ISO 20022 where these stand beside the project, and read back: each must say to the cent what was meant.
const FILES = { quick: 400, full: 10_000 };
const PLANTED = 20;

export async function drill({ isQuick, chance, log }) {
  const { pain008 } = await import('../dist/modules/payment-batch/pain-008.js');
  const { meaningOf, meantBy, randomFile } = await import('../dist/testing/sepa-files.js');
  const { hasSchemas, SepaSchemas } = await import('../dist/testing/sepa-schemas.js');
  const schemas = hasSchemas ? new SepaSchemas() : null;
  if (!schemas) log('the schemas do not stand beside the project: files are read back, and not validated');

  /** What is wrong with a file, null when nothing is. */
  const faultOf = (xml, file) => {
    try {
      const fault = schemas?.faultOf(xml, file.version.toLowerCase().replaceAll('_', '.'));
      if (fault) return fault;
      const [read, meant] = [meaningOf(xml), meantBy(file)].map((it) => JSON.stringify(inOrder(it)));
      return read === meant ? null : `it says ${read} instead of ${meant}`;
    } catch (error) {
      return error.message;
    }
  };
  const files = isQuick ? FILES.quick : FILES.full;
  const faults = [];
  const totals = { collections: 0, cents: 0, bytes: 0 };
  const planted = { planted: 0, found: 0 };
  for (let number = 0; number < files; number += 1) {
    const file = randomFile(chance);
    let xml = '';
    for await (const piece of pain008(file)) xml += piece;
    const fault = faultOf(xml, file);
    if (fault) faults.push(`file ${number}: ${fault.slice(0, 500)}`);
    for (const block of file.blocks) {
      totals.collections += block.count;
      totals.cents += block.totalCents;
    }
    totals.bytes += xml.length;
    if (number < PLANTED) {
      planted.planted += 1;
      // One digit of one direct debit, whatever it is part of.
      const from = xml.lastIndexOf('<DrctDbtTxInf>');
      const until = xml.lastIndexOf('</DrctDbtTxInf>');
      const at = [...xml.matchAll(/\d(?=[^<>]*<)/g)].map(({ index }) => index).filter((it) => it > from && it < until);
      const place = at[Math.floor(chance() * at.length)];
      const bent = `${xml.slice(0, place)}${(Number(xml[place]) + 1) % 10}${xml.slice(place + 1)}`;
      if (faultOf(bent, file)) planted.found += 1;
    }
  }
  log(
    `${files} files, ${totals.collections} collections, ${totals.cents} cents, ${(totals.bytes / 1e6).toFixed(1)} MB`,
  );
  return { figures: { files, invalid: faults.length }, faults, planted };
}

/** Whatever order its fields came in. */
function inOrder(value) {
  if (value instanceof Date || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(inOrder);
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map((key) => [key, inOrder(value[key])]),
  );
}
