// After signing in one goes on to where one wanted to go. What stands behind the # of that address is known to the browser alone and would be
// lost with the form; on the form's own address it survives both that and the redirect. The rest of the address is not touched.
const form = document.querySelector('form[data-keeps-fragment]')
if (form && location.hash.length > 1) form.action = location.pathname + location.search + location.hash
