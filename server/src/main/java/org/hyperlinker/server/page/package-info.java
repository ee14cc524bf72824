/** The files of the page at the server's root. */
package org.hyperlinker.server.page;
