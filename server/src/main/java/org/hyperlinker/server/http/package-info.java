/** Requests and answers: one class for each thing that can be asked. */
package org.hyperlinker.server.http;
