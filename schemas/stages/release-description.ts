import { z } from 'zod';
import { text } from '../vocabulary.ts';

/** Licences for data that a release may be put under by name, as SPDX spells them. Others are named by their address. */
export const dataLicenses = z.enum([
  'CC0-1.0',
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC-BY-NC-4.0',
  'CC-BY-NC-SA-4.0',
  'CC-BY-ND-4.0',
  'CC-BY-NC-ND-4.0',
  'ODbL-1.0',
  'ODC-By-1.0',
  'PDDL-1.0',
  'OGL-UK-3.0',
]);

const address = z.url({ protocol: /^https?$/ });
const contact = { url: address.optional(), orcid: z.url({ hostname: /^orcid\.org$/ }).optional() };

/** Who makes a release: an organization by its name, or a person. */
const creator = z.union([
  z.strictObject({ name: text, ...contact }),
  z.strictObject({ given_names: text, family_names: text, ...contact }),
]);

/** What those who publish a release say of it. Nothing of it can be read off the articles. */
export const releaseDescription = z.strictObject({
  title: text.optional(),
  description: text.optional(),
  creators: z.array(creator).min(1).optional(),
  license: z.union([dataLicenses, address]).optional(),
  url: address.optional(),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/)
    .optional(),
  published_on: z.iso.date().optional(),
  version: z
    .string()
    .regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/)
    .optional(),
  keywords: z.array(text).optional(),
});

/** The checked description; what is absent nobody said. */
export type ReleaseDescription = z.output<typeof releaseDescription>;
