// The ISO 20022 schemas, where their folder stands beside the project (as in CI): elsewhere there is nothing to check with.
import { existsSync, readFileSync } from 'node:fs';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';

const folder = new URL('../../../../shared/schemas/', import.meta.url);

export const hasSchemas = existsSync(folder);

export class SepaSchemas {
  readonly #validators = new Map<string, XsdValidator>();

  /** What is wrong with a document, null when nothing is; `schema` as pain.008.001.08. */
  faultOf(xml: string, schema: string): string | null {
    const document = XmlDocument.fromString(xml);
    try {
      this.#validatorOf(schema).validate(document);
      return null;
    } catch (error) {
      return (error as Error).message;
    } finally {
      document.dispose();
    }
  }

  #validatorOf(schema: string): XsdValidator {
    let validator = this.#validators.get(schema);
    if (!validator) {
      const document = XmlDocument.fromBuffer(readFileSync(new URL(`${schema}.xsd`, folder)));
      validator = XsdValidator.fromDoc(document);
      this.#validators.set(schema, validator);
    }
    return validator;
  }
}
