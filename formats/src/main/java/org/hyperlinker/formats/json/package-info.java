/** JSON objects as files hold them, with checked access to their fields. */
package org.hyperlinker.formats.json;
