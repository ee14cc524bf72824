/** JSON in and out: strict about what comes, and with offsets in code points. */
package org.hyperlinker.server.json;
