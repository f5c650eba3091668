import { contractOf } from '../../api/src/app.ts';
import { newId } from '../../api/src/platform/id.ts';
import { app, as } from '../support/app.ts';
import { aCourse, anEdition, anEnrolment } from '../support/make-course.ts';
import { aLearner } from '../support/make.ts';
import { unlisted } from '../support/unlisted.ts';

it('answers hot reads with what the contract lists, all of it and nothing else', async () => {
  const contract = contractOf(app);
  const me = await aLearner();
  const { versionId } = await aCourse();
  const { id } = await anEnrolment(me, await anEdition({ courseVersionId: versionId }));
  const room = `/api/enrolments/${id}`;
  const lesson = `${room}/lessons/leccion-1`;
  await as(me).put(`${lesson}/notes/${newId()}`).send({ body: 'Un apunte' }).expect(200);
  const started = await as(me).post(`${room}/evaluations/control/attempts`).send({ lease: newId() }).expect(201);
  const reads: [string, string][] = [
    ['/api/home', '/api/home'],
    ['/api/enrolments/{id}', room],
    ['/api/enrolments/{id}/lessons/{unit}', lesson],
    ['/api/attempts/{id}', `/api/attempts/${started.body.id}`],
  ];
  for (const [path, url] of reads) {
    const { body } = await as(me).get(url).expect(200);
    expect({ [path]: unlisted(contract, path, body) }).toEqual({ [path]: [] });
    expect(unlisted(contract, path, { ...body, secret: 1 })).toEqual(['.secret is not listed']);
  }
});
