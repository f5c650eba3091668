import request from 'supertest';
import { VersionUnit } from '../../api/src/catalogue/course.entity.ts';
import { newId } from '../../api/src/platform/id.ts';
import { Task, WorkGroup, WorkGroupMember } from '../../api/src/submission/task.entity.ts';
import { app, as, db, type Visitor } from './app.ts';

const level = (points: number) => ({ points, title: `${points / 1000} puntos`, html: 'Así se ve.' });
const criterion = (id: string) => ({
  ...{ id, title: `Criterio ${id}`, maxPoints: 6000 },
  levels: [6000, 4000, 2000, 0].map(level),
});

/** A task of a course's version: text of any length, or up to two files, due when the edition ends. */
export async function aTask({ versionId }: { versionId: string }, rules: Partial<Task> = {}): Promise<string> {
  const unitKey = rules.unitKey ?? 'tarea';
  await db.of(VersionUnit).insert({
    ...{ versionId, unitKey, position: 50, moduleKey: null, kind: 'task', title: 'Ficha de brechas', minutes: 120 },
    ...{ required: true, weight: 40, sha: null },
  });
  await db.of(Task).insert({
    ...{ versionId, unitKey, instructions: '<p>Escribe.</p>', sample: '<p>Muestra secreta.</p>', points: 12_000 },
    ...{ rubric: { criteria: [criterion('uno'), criterion('dos')] }, demand: 60, mode: 'individual' },
    ...{ takesText: true, takesFiles: true, minWords: null, maxWords: null, fileTypes: ['pdf', 'jpg', 'png'] },
    ...{ maxFiles: 2, maxBytes: 1_000_000, dueDays: null, late: 'refuse', lateDays: null, penalty: 0 },
    ...{ resubmissions: 1, anonymous: false, doubleThreshold: null, peerReviews: 0 },
    ...{ peerAnonymous: true, peerOwnWeight: 0, ...rules },
  });
  return unitKey;
}

/** A group of these enrolments for a task. */
export async function aGroup({ id: editionId }: { id: string }, unitKey: string, enrolments: { id: string }[]) {
  const group = { id: newId(), editionId, unitKey, name: `Grupo ${newId()}` };
  await db.of(WorkGroup).insert(group);
  await db
    .of(WorkGroupMember)
    .insert(enrolments.map(({ id: enrolmentId }) => ({ enrolmentId, unitKey, groupId: group.id })));
  return group;
}

/** Text saved over HTTP as the next draft; answers its `seq`. */
export async function write(me: Visitor, enrolment: string, html: string, base = 0, unit = 'tarea'): Promise<number> {
  const { body } = await as(me)
    .put(`/api/enrolments/${enrolment}/tasks/${unit}/draft`)
    .send({ base, html })
    .expect(200);
  return body.seq as number;
}

const metadataOf = (values: Record<string, string>) =>
  Object.entries(values)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');
const tus = { 'tus-resumable': '1.0.0' };

/** Announces a file, as tus-js-client does. */
export const announce = (me: Visitor, submission: string, filename: string, size: number) =>
  as(me)
    .post('/api/uploads')
    .set({ ...tus, 'upload-length': String(size), 'upload-metadata': metadataOf({ submission, filename }) });

export const sendPiece = (me: Visitor, address: string, offset: number, bytes: Buffer) =>
  as(me)
    .patch(address)
    .set({ ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' })
    .send(bytes);

export const askOffset = (me: Visitor, address: string) => as(me).head(address).set(tus);

/** Uploads a file in one piece; answers its id. */
export async function upload(me: Visitor, submission: string, filename: string, bytes: Buffer): Promise<string> {
  const { headers } = await announce(me, submission, filename, bytes.length).expect(201);
  const address = headers['location'] ?? '';
  await sendPiece(me, address, 0, bytes).expect(204);
  return address.split('/').at(-1) ?? '';
}

export const download = (me: Visitor | null, submission: string, file: string) => {
  const address = `/api/submissions/${submission}/files/${file}`;
  return me ? as(me).get(address).buffer() : request(app.getHttpServer()).get(address);
};

/** The smallest that is recognised as a PDF and as a picture. */
export const aPdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
export const aPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** What an iPhone writes: the box that names its format. */
export const aHeic = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypheic\0\0\0\0mif1heic'),
  Buffer.alloc(64),
]);
