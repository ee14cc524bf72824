/** JSON objects whose faults name the file and the key; the library behind stays inside. */
package org.hyperlinker.model.json;
