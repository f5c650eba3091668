/** What tests see of a style sheet or a drawing: nothing. */
export default '';
