/** How mentions of documents become queries. */
package org.hyperlinker.linking.query;
