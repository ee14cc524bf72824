/** What can be wrong with a request, as its client is told. */
package org.hyperlinker.server.problem;
