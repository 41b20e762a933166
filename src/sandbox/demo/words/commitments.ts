// The small things that the demo's leaders commit to: “When …, I will …”. Made up; any beginning goes with any end. Pure.

export const whens: readonly string[] = [
  'Monday’s planning meeting starts',
  'the budget round opens',
  'someone asks me what to do',
  'I open my first one-to-one of the week',
  'the weekly numbers arrive',
  'I catch myself answering too soon',
  'Thursday’s stand-up ends',
  'we reach the last item of the agenda',
  'I next speak with the regional leads',
  'the supplier calls again',
  'I sit down with my team on Tuesday',
  'a decision comes to me that is not mine',
  'I write the monthly update',
  'the steering group meets',
];

export const wills: readonly string[] = [
  'ask one question before I give an opinion',
  'say plainly what I do not know yet',
  'name the person whose work it was',
  'wait six seconds before I answer',
  'ask what they would stop doing first',
  'leave the decision with whoever brought it',
  'say which date I can really keep',
  'ask somebody from another function what I am missing',
  'tell them what I have changed my mind about',
  'keep my camera on and my inbox shut',
  'thank the first person who disagrees',
  'write down what we agreed, in two lines',
  'let the newest person speak first',
  'end ten minutes early and say why',
];
