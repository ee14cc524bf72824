/** Linking over HTTP: what a server is, what it is set to, and how it begins and ends. */
package org.hyperlinker.server;
